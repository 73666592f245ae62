"""What an editor needs to help authors while they write: JSON Schemas with explanations, settings, snippets."""
