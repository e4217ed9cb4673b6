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
            PowerCommand.class
        })
public final class SolveCommand {}
