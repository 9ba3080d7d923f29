-- SQLite sorts text by its bytes: a server whose locale does otherwise would order copies differently.
alter table place alter column id type text collate "C";
alter table layer alter column slug type text collate "C";
