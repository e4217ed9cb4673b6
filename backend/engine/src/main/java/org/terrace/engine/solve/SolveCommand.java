package org.terrace.engine.solve;

import picocli.CommandLine.Command;

/** One engine on one plain file. Each engine is a subcommand. */
@Command(
        name = "solve",
        subcommands = {
            DistanceCommand.class,
            RouteCommand.class,
            WalkCommand.class,
            SlopeCommand.class,
            WaterCommand.class,
            PhasesPowerCommand.class
        })
public final class SolveCommand {}
