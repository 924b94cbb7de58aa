"""What a document says about itself: title, issuer, edition, language, sensitivity."""
