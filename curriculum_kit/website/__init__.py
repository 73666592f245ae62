"""The website of an edition: its pages, styles and scripts, and what makes it work without a line.

`Site(context, fragments).html("kwu-05/01-mengenal-biaya.html")` is one page; `write_site(site, folder)`
writes all of them, with pictures, styles, scripts and search.
"""

from curriculum_kit.website.page import Crumb, Download, Page
from curriculum_kit.website.site import Site
from curriculum_kit.website.write import write_site

__all__ = ["Crumb", "Download", "Page", "Site", "write_site"]
