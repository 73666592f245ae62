"""curriculum_kit: from YAML and Markdown to books and websites, for trainers and participants.

The way of the data: `source.loader.load` reads a folder into a `Curriculum` and diagnostics, `rules.run` judges it,
`publish.build.build` makes both editions and publishes them. The program is `ck` (`curriculum_kit.cli`).
"""
