//! Sources, their runs, and what they gave last.

statements! {
    SOURCES = "select settings, etag, last_file, last_run from source order by slug";
    SOURCE_BY_SLUG = "select settings, etag, last_file, last_run from source where slug = $1";
    PUT_SOURCE = "insert into source (slug, settings) values ($1, $2)
        on conflict (slug) do update set settings = excluded.settings,
        etag = case when source.settings = excluded.settings then source.etag end";
    REMOVE_SOURCE = "delete from source where slug = $1";
    BEGIN_SOURCE = "update source set last_run = $2 where slug = $1";
    BEGIN_DUE_SOURCE = "update source set last_run = $2 where slug = $1 and coalesce(last_run, '') = $3";
    READ_SOURCE = "update source set etag = case when settings = $2 then $3 end, last_file = $4 where slug = $1";
    SOURCE_ROWS = "select slug, settings, etag, last_file, last_run from source order by slug";
    RESTORE_SOURCE = "insert into source (slug, settings, etag, last_file, last_run) values ($1, $2, $3, $4, $5)";

    INSERT_RUN = "insert into harvest_run (id, source, beat, state, summary) values ($1, $2, $3, $4, $5)
        on conflict do nothing";
    RUN_BY_ID = "select summary from harvest_run where id = $1";
    RUNS = "select summary from harvest_run order by id desc limit $1 offset $2";
    RUNS_OF_SOURCE = "select summary from harvest_run where source = $1 order by id desc limit $2 offset $3";
    HOLD_RUN = "update harvest_run set beat = $2 where id = $1 and state = $3";
    BEAT_RUN = "update harvest_run set beat = $2, summary = $3 where id = $1 and state = 'running'";
    END_RUN = "update harvest_run set state = $3, summary = $4 where id = $1 and state = $2";
    SET_SUMMARY = "update harvest_run set summary = $2 where id = $1";
    STALE_RUNS = "select summary from harvest_run where state = 'running' and beat < $1 order by id";
    RUN_ROWS = "select id, source, cast(beat as text), state, summary from harvest_run order by id";
    RESTORE_RUN = "insert into harvest_run (id, source, beat, state, summary)
        values ($1, $2, cast(cast($3 as text) as bigint), $4, $5)";
    PUT_PAGE = "insert into harvest_page (run, kind, page, content) values ($1, $2, $3, $4)";
    PAGE = "select content from harvest_page where run = $1 and kind = $2 and page = $3";
    FORGET_PAGES = "delete from harvest_page where run = $1 and kind = $2";
    PAGE_ROWS = "select run, kind, page, content from harvest_page order by run, kind, page";

    BASES = "select external_id, hash, gone_since from source_record where source = $1 order by external_id";
    BASE = "select record from source_record where source = $1 and external_id = $2";
    PUT_BASE = "insert into source_record (source, external_id, hash, record, gone_since)
        values ($1, $2, $3, $4, null)
        on conflict (source, external_id) do update
        set hash = excluded.hash, record = excluded.record, gone_since = null";
    MARK_GONE = "update source_record set gone_since = $3 where source = $1 and external_id = $2";
    GIVE_AGAIN = "update source_record set gone_since = null
        where source = $1 and external_id = $2 and gone_since is not null";
    GONE_PLACES = "select p.id, r.gone_since from source_record r
        join place p on p.source = r.source and p.external_id = r.external_id
        where r.gone_since is not null order by p.id";
    BASE_ROWS = "select source, external_id, hash, record, cast(gone_since as text) from source_record
        order by source, external_id";
    RESTORE_BASE = "insert into source_record (source, external_id, hash, record, gone_since)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint))";
}
