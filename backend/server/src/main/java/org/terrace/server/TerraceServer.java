package org.terrace.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the server starts. */
@SpringBootApplication
public class TerraceServer {
    public static void main(String[] args) {
        SpringApplication.run(TerraceServer.class, args);
    }
}
