"""How long the books take, and what comes out: this project beside other ways to make the same books.

`python -m benchmarks.books --help`; what was measured stands in docs/performance.md.
"""
