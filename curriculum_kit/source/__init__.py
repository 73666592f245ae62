"""From files to frozen records that know where every value stands. Knows no Sphinx."""
