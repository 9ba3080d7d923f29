# Open data.

data-title = Open data
data-lead = Everything this site publishes can be downloaded, reused and linked to other tools, without an account or a key.
data-files = Download the places
data-files-text = Files are made when you ask for them. They hold all places:
data-revision = version { $n }
data-csv = Spreadsheet (CSV)
data-csv-about = National schema of places of digital help 1.0.2, UTF-8
data-geojson = Map (GeoJSON)
data-geojson-about = RFC 7946: one feature per place, with all its properties
data-ndjson = Programs (NDJSON)
data-ndjson-about = One JSON object per line
data-inclusion-text = The same places in the schema of data·inclusion, version 1: structures, their services, and what finds no room there.
data-inclusion-structures-json = structures (JSON)
data-inclusion-services-json = services (JSON)
data-inclusion-structures-csv = structures (CSV)
data-inclusion-services-csv = services (CSV)
data-inclusion-ecartes-json = places that would not be valid, and why
data-inclusion-pertes-json = values that this schema cannot write, place by place
data-api = Query the data
data-api-text = The API answers the same questions as the search page, under the same names. Everything is read with GET.
data-api-guide = How to use the API (in French)
data-api-openapi = OpenAPI 3.1 description
data-licence = Licence
data-licence-text = Data published here is under Licence Ouverte 2.0: reuse it, naming this site, the source of each record and its date. The program is free software, under AGPL 3.0 or later.
data-sources = Sources
data-sources-text = Each record keeps the identifier of its source, and each value its date when the source gives one. What is not known is absent: nothing is invented.
data-sources-caption = Places by source
data-source = Source
data-places = Places
data-reference = References
data-reference-text = Territories: official geographic code of Insee on 1 January 2026 (Licence Ouverte). Positions of communes: GeoNames (CC BY 4.0). Named spots of Rennes: typed for this site.

api-contents = Contents
api-required = (required)
api-repeatable = (may be repeated)
