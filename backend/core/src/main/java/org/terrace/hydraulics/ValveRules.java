package org.terrace.hydraulics;

/**
 * When a pressure valve holds its setting, stands open, or shuts.
 *
 * @see "EPANET 2.2, hydstatus.c: prvstatus and psvstatus"
 */
final class ValveRules {
    private ValveRules() {}

    /** @param held head that the valve is to hold. @param before head before it. @param after head after it. @param open loss when fully open */
    static LinkState next(
            Link.ValveKind kind,
            LinkState now,
            double q,
            double held,
            double before,
            double after,
            double open,
            double headTolerance,
            double flowTolerance) {
        if (now != LinkState.CLOSED && q < -flowTolerance) {
            return LinkState.CLOSED;
        }
        boolean reducing = kind == Link.ValveKind.PRESSURE_REDUCING;
        return switch (now) {
            case ACTIVE -> {
                boolean cannot = reducing ? before - open < held - headTolerance : after + open > held + headTolerance;
                yield cannot ? LinkState.OPEN : LinkState.ACTIVE;
            }
            case OPEN -> {
                boolean must = reducing ? after >= held + headTolerance : before < held - headTolerance;
                yield must ? LinkState.ACTIVE : LinkState.OPEN;
            }
            case CLOSED ->
                reducing
                        ? reopened(
                                before >= held + headTolerance && after < held - headTolerance,
                                before < held - headTolerance && before > after + headTolerance)
                        : reopened(
                                before >= held + headTolerance
                                        && before > after + headTolerance
                                        && after <= held + headTolerance,
                                after > held + headTolerance && before > after + headTolerance);
            default -> now;
        };
    }

    private static LinkState reopened(boolean active, boolean open) {
        return active ? LinkState.ACTIVE : open ? LinkState.OPEN : LinkState.CLOSED;
    }
}
