"""From a curriculum to published folders: build, leak gate, manifest, atomic swap."""
