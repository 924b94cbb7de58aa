"""Exports: tables, workbooks, packages and reports, written whole or not at all."""
