-- The spatial functions of H2GIS. Takes two seconds, once per database.
create alias if not exists H2GIS_SPATIAL for "org.h2gis.functions.factory.H2GISFunctions.load";
call H2GIS_SPATIAL();
