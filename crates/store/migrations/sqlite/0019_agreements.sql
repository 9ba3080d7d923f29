-- Agreements on money that was granted: whose they are, and on which envelope.
create table agreement (
    slug text not null primary key,
    envelope text not null references envelope (slug),
    beneficiary text not null,
    record text not null
);
create index agreement_envelope on agreement (envelope);
create index agreement_beneficiary on agreement (beneficiary);

-- Equipment by lots, and the agreement that pays a part of each.
create table equipment_lot (
    id text not null primary key,
    owner text not null,
    agreement text references agreement (slug),
    record text not null
);
create index equipment_lot_owner on equipment_lot (owner);
create index equipment_lot_agreement on equipment_lot (agreement);
