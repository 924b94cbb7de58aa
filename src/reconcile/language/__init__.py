"""Norwegian names taken apart: lemmas, compounds, nynorsk and bokmål, synonyms."""
