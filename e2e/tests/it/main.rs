//! What the finished program does, seen from outside: journeys in a browser, and judges that are not ours.

mod accounts;
mod api;
mod both;
mod campaigns;
mod copies;
mod desk;
mod editing;
mod giving;
mod harmonise;
mod harness;
mod hostile;
mod journeys;
mod judges;
mod national;
mod operation;
mod organisations;
mod pages;
mod proposals;
mod uploads;
