//! Examinations of applications, and what those of a call have in common.

statements! {
    CALL_PANELS = "select record from call_panel order by slug";
    CALL_PANEL = "select record from call_panel where slug = $1";
    ADD_CALL_PANEL = "insert into call_panel (slug, record) values ($1, $2) on conflict do nothing";
    CHANGE_CALL_PANEL = "update call_panel set record = $2 where slug = $1";
    REMOVE_CALL_PANEL = "delete from call_panel where slug = $1";
    CALL_PANEL_ROWS = "select slug, record from call_panel order by slug";
    EXAMINATIONS = "select record from examination order by application";
    EXAMINATION = "select record from examination where application = $1";
    EXAMINATIONS_OF = "select record from examination where call = $1 order by application";
    ADD_EXAMINATION = "insert into examination (application, call, record) values ($1, $2, $3)
        on conflict do nothing";
    CHANGE_EXAMINATION = "update examination set call = $2, record = $3 where application = $1";
    REMOVE_EXAMINATION = "delete from examination where application = $1";
    EXAMINATION_ROWS = "select application, call, record from examination order by application";
}
