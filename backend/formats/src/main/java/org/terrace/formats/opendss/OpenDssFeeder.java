package org.terrace.formats.opendss;

import org.terrace.powerflow.phases.PhaseNetwork;

/**
 * What a folder describes.
 *
 * @param network nodes are buses, named as the files first write them: the source's bus first, then as lines and transformers name them
 * @param nominalLoads whether the loads are those of Loads.txt at their nominal power
 */
public record OpenDssFeeder(PhaseNetwork network, boolean nominalLoads) {}
