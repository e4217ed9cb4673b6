package org.terrace.power.grid;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a household is to be connected to the wires.
 *
 * @param household code
 * @param wire in the county's wires. @param alongM plan metres along its line
 * @param dropM metres along the slope from there to the house, where that is no section of its own
 * @param house where an assumed service drop leads to; empty where none is assumed
 */
record Hook(String household, int wire, double alongM, double dropM, Optional<Coordinate> house) {}
