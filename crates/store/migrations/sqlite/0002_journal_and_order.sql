-- "insert or replace" removes the row that stands in its way without firing the delete trigger.
create trigger journal_no_replace before insert on journal
when exists (select 1 from journal where seq = new.seq)
begin
    select raise(abort, 'the journal is append only');
end;
