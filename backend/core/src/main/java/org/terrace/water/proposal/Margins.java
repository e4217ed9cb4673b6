package org.terrace.water.proposal;

import org.locationtech.jts.geom.Coordinate;
import org.terrace.terrain.GravityRoute;

/**
 * How far heads stay above what they must reach, as heights are wrong. Cautious: heads are kept whatever the height error, the level's and
 * the ground's being independent; not cautious: by the heights as they stand, to be surveyed first.
 *
 * @param modelErrorM of the elevation model
 */
record Margins(boolean isCautious, double modelErrorM, double inletHeadM, double rampM, double fallPerM) {

    static Margins of(Rules rules, boolean cautious) {
        return new Margins(cautious, rules.modelErrorM(), rules.inletHeadM(), rules.rampM(), rules.fallPerM());
    }

    /** Of water that starts at a place. */
    GravityRoute.HeadLine line(Coordinate at, double levelM, double levelErrorM) {
        double error = isCautious ? Math.hypot(levelErrorM, modelErrorM) : 0;
        return new GravityRoute.HeadLine(at, levelM, fallPerM, error + inletHeadM, rampM);
    }

    /** Level that a house needs at the place where its service pipe begins, friction on the way there not counted. */
    double needM(NeedGroup.House house, double levelErrorM) {
        return house.groundM() + house.neededM() + (isCautious ? Math.hypot(levelErrorM, house.errorM()) : 0);
    }
}
