"""Files and states that mean harm, or met some."""
