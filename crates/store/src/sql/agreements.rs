//! Agreements on money that was granted, and the equipment that it bought.

statements! {
    AGREEMENTS = "select record from agreement order by slug";
    AGREEMENT = "select record from agreement where slug = $1";
    AGREEMENTS_OF = "select record from agreement where envelope = $1 order by slug";
    AGREEMENTS_OF_BENEFICIARY = "select record from agreement where beneficiary = $1 order by slug";
    ADD_AGREEMENT = "insert into agreement (slug, envelope, beneficiary, record)
        values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_AGREEMENT = "update agreement set envelope = $2, beneficiary = $3, record = $4 where slug = $1";
    REMOVE_AGREEMENT = "delete from agreement where slug = $1";
    AGREEMENT_ROWS = "select slug, envelope, beneficiary, record from agreement order by slug";
    LOTS = "select record from equipment_lot order by id";
    LOT = "select record from equipment_lot where id = $1";
    LOTS_OF = "select record from equipment_lot where owner = $1 order by id";
    LOTS_OF_AGREEMENT = "select record from equipment_lot where agreement = $1 order by id";
    ADD_LOT = "insert into equipment_lot (id, owner, agreement, record)
        values ($1, $2, $3, $4) on conflict do nothing";
    CHANGE_LOT = "update equipment_lot set owner = $2, agreement = $3, record = $4 where id = $1";
    REMOVE_LOT = "delete from equipment_lot where id = $1";
    LOT_ROWS = "select id, owner, agreement, record from equipment_lot order by id";
}
