package org.terrace.road;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.terrace.network.Network;

/** What a stretch of a way leads over; the codes of the scheme {@code way}, in its order. */
enum WayKind {
    /** Over the ground, or over a gap in the drawing. */
    OFF_ROAD,
    PATH,
    UNHARDENED,
    UNKNOWN,
    HARDENED;

    static final List<String> CODES = Stream.of(values()).map(WayKind::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WayKind of(RoadNetwork network, int edge) {
        if (network.road(edge) == Network.JOINT) {
            return OFF_ROAD;
        }
        return switch (network.edgeClass(edge)) {
            case RoadNetwork.CONNECTED, RoadNetwork.ISLAND -> HARDENED;
            case RoadNetwork.PATH -> PATH;
            case RoadNetwork.UNKNOWN -> UNKNOWN;
            default -> UNHARDENED;
        };
    }
}
