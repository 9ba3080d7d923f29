-- How often places changed: the picture in memory of places is kept while only other things do.
insert into meta (name, value) select 'places', value from meta where name = 'revision';
