-- For other programs that ask by place; Terrace itself asks its snapshot.
create index admin_unit_by_place on admin_unit using gist (geom);
create index admin_boundary_by_place on admin_boundary using gist (geom);
create index household_by_place on household using gist (geom);
create index plot_by_place on plot using gist (geom);
create index road_segment_by_place on road_segment using gist (geom);
create index water_facility_by_place on water_facility using gist (geom);
create index pipe_by_place on pipe using gist (geom);
create index watercourse_by_place on watercourse using gist (geom);
create index power_facility_by_place on power_facility using gist (geom);
create index power_line_by_place on power_line using gist (geom);
create index constraint_area_by_place on constraint_area using gist (geom);
create index facility_by_place on facility using gist (geom);
create index project_by_place on project using gist (geom);
