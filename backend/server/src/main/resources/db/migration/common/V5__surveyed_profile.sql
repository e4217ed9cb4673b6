-- Heights surveyed along a road segment: pairs of metres from its start and height.
alter table road_segment add column surveyed_profile varchar;
