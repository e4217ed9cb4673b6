package org.terrace.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.terrace.server.cli.Cli;

/** Where the program starts. */
@SpringBootApplication
public class TerraceServer {
    public static void main(String[] args) {
        System.exit(Cli.run(TerraceServer.class, args));
    }
}
