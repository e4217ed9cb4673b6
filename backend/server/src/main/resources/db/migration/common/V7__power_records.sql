-- What tells how a house is supplied: its meter box, phases, metered energy, and the machine that needs most of the power.
alter table household add column meter_code varchar;
alter table household add column supply_phases double precision;
alter table household add column supply_phase varchar;
alter table household add column monthly_kwh double precision;
alter table household add column machine varchar;
alter table household add column machine_kw double precision;
-- What tells how a transformer behaves under one-sided load, and the highest current that was read.
alter table power_facility add column vector_group varchar;
alter table power_facility add column vk_percent double precision;
alter table power_facility add column peak_current_a double precision;
-- Which phase a single-phase line hangs on, and the conductor that carries the current back.
alter table power_line add column neutral_conductor varchar;
alter table power_line add column phase varchar;
