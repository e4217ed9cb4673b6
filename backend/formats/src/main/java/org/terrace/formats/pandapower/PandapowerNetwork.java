package org.terrace.formats.pandapower;

import java.util.List;
import org.terrace.powerflow.PowerNetwork;

/**
 * A folder's network.
 *
 * @param network to be solved. Its lines, transformers and impedances come in the order of their files; a transformer of three windings as
 *     three of two
 * @param shownBuses how many buses are the file's; those after them are stars and insides of elements
 * @param branchKinds table of each line, transformer and impedance, in this order
 */
public record PandapowerNetwork(PowerNetwork network, int shownBuses, List<String> branchKinds) {
    public PandapowerNetwork {
        branchKinds = List.copyOf(branchKinds);
    }
}
