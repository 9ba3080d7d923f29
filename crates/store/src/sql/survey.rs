//! What `portulan doctor` counts of accounts, mails and erasures.

statements! {
    COUNT_OPERATORS = "select count(distinct person) from role_grant
        where role = 'operator' and (until is null or until > $1)";
    COUNT_PASSWORDS_WITH_ROLE = "select count(*) from person p where p.password is not null
        and exists (select 1 from role_grant g where g.person = p.id
            and g.role not in ('visitor', 'contributor') and (g.until is null or g.until > $1))";
    COUNT_LOST_KEYS = "select count(*) from person_key k where k.erased is null
        and not exists (select 1 from person p where p.id = k.person)";
    COUNT_RETURNED = "select count(*) from person p join person_key k on k.person = p.id where k.erased is not null";
    COUNT_GRANTS_OF_NOBODY = "select count(*) from role_grant g
        where not exists (select 1 from person p where p.id = g.person)";
    COUNT_SESSIONS_OF_NOBODY = "select count(*) from person_session s
        where not exists (select 1 from person p where p.id = s.person)";
    COUNT_SESSIONS_OVER = "select count(*) from person_session where expires <= $1";
    COUNT_MAILS_LATE = "select count(*) from mail where state = 'waiting' and next_attempt <= $1";
    COUNT_UNSEALED_SINCE = "select count(*) from journal where at <= $1
        and seq > (select coalesce(max(last_seq), 0) from journal_seal)";
}
