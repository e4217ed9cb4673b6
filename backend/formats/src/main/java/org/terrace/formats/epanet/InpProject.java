package org.terrace.formats.epanet;

import java.util.List;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;

/**
 * What an EPANET input file describes, in SI units.
 *
 * @param durationS of the simulation that the file asks for, 0 for a single moment
 * @param flowUnit in which the file tells flows, as EPANET calls it
 * @param us whether the file is in feet and inches, else in metres and millimetres
 */
public record InpProject(
        PipeNetwork network,
        Simulation.Clock clock,
        List<Control> controls,
        long durationS,
        String flowUnit,
        boolean us) {
    public InpProject {
        controls = List.copyOf(controls);
    }
}
