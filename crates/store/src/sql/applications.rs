//! Forms of calls, applications, their parties and their receipts. Receipts are only ever added.

statements! {
    CALL_FORMS = "select record from call_form order by slug";
    CALL_FORM = "select record from call_form where slug = $1";
    ADD_CALL_FORM = "insert into call_form (slug, record) values ($1, $2) on conflict do nothing";
    CHANGE_CALL_FORM = "update call_form set record = $2 where slug = $1";
    REMOVE_CALL_FORM = "delete from call_form where slug = $1";
    CALL_FORM_ROWS = "select slug, record from call_form order by slug";
    /// First in each write on an application: those who write on one call wait for each other.
    TAKE_CALL = "update call set slug = slug where slug = $1 returning record";
    APPLICATIONS = "select record from application order by id";
    APPLICATION = "select record from application where id = $1";
    APPLICATIONS_OF = "select record from application where call = $1 order by id";
    ADD_APPLICATION = "insert into application (id, call, form, state, version, record)
        values ($1, $2, $3, $4, cast(cast($5 as text) as bigint), $6) on conflict do nothing";
    CHANGE_APPLICATION = "update application set call = $2, form = $3, state = $4,
        version = cast(cast($5 as text) as bigint), record = $6 where id = $1";
    REMOVE_APPLICATION = "delete from application where id = $1";
    APPLICATION_ROWS = "select id, call, form, state, cast(version as text), record from application order by id";
    APPLICATION_OF_FORM = "select record from application where form = $1";
    APPLICATIONS_OF_ORGANISATION = "select application.record from application
        join application_party on application_party.application = application.id
        where application_party.organisation = $1 order by application.id desc";
    APPLICATION_PARTIES = "select application, organisation from application_party order by application, organisation";
    APPLICATION_PARTIES_OF = "select application, organisation from application_party
        where application = $1 order by organisation";
    ADD_APPLICATION_PARTY = "insert into application_party (application, organisation, party)
        values ($1, $2, $3) on conflict do nothing";
    REMOVE_APPLICATION_PARTIES = "delete from application_party where application = $1";
    APPLICATION_PARTY_ROWS = "select application, organisation, party from application_party
        order by application, organisation";
    ADD_RECEIPT = "insert into receipt (application, number, at, late, fingerprint, submitted)
        values ($1, cast(cast($2 as text) as bigint), cast(cast($3 as text) as bigint),
        cast(cast($4 as text) as bigint), $5, $6)";
    RECEIPTS_OF = "select fingerprint, submitted from receipt where application = $1 order by number";
    RECEIPT_ROWS = "select application, cast(number as text), cast(at as text), cast(late as text), fingerprint, submitted
        from receipt order by application, number";
}
