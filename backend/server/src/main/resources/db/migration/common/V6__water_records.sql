-- Storeys of the house: how much head the tap needs. Whether a source is protected (lined, covered, fenced) against what runs in.
alter table household add column storeys double precision;
alter table water_facility add column source_protected varchar;
