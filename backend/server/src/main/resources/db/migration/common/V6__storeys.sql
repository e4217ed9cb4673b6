-- Storeys of the house: how much head the tap needs.
alter table household add column storeys double precision;
