package org.terrace.formats.epanet;

import java.util.List;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;

/**
 * What an EPANET input file describes, in SI units.
 *
 * @param durationS of the simulation that the file asks for, 0 for a single moment
 */
public record InpProject(PipeNetwork network, Simulation.Clock clock, List<Control> controls, long durationS) {
    public InpProject {
        controls = List.copyOf(controls);
    }
}
