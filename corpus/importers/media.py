"""Media types: what the kinds of content that can be read are called on the web."""

# Each kind of content that can be read, and the suffix that tells its importer; "" where the
# name or the content must tell it.
SUFFIXES = {
    "": "",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": "",
    "text/markdown": ".md",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/epub+zip": ".epub",
    "application/zip": ".zip",
    "application/mbox": ".mbox",
    "message/rfc822": ".eml",
    "application/octet-stream": "",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
