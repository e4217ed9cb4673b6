package org.terrace.server.tiles;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Digits as single strokes, in the manner of a map's lettering. Own shapes, so that a server without any font draws the same labels
 * as one with many.
 */
final class ContourDigits {
    private static final double WIDTH = 0.56;
    private static final double ADVANCE = 0.8;

    private ContourDigits() {}

    /** Width of a number of unit height. */
    static double width(String number) {
        return number.length() * ADVANCE - (ADVANCE - WIDTH);
    }

    /**
     * Centre lines of a number, centred on the origin, of unit height, y down.
     *
     * @param number digits and minus
     */
    static Path2D.Double path(String number) {
        Path2D.Double all = new Path2D.Double();
        double x = -width(number) / 2;
        for (int i = 0; i < number.length(); i++) {
            all.append(
                    digit(number.charAt(i)).createTransformedShape(AffineTransform.getTranslateInstance(x, -0.5)),
                    false);
            x += ADVANCE;
        }
        return all;
    }

    private static Path2D.Double digit(char digit) {
        Path2D.Double p = new Path2D.Double();
        switch (digit) {
            case '0' -> p.append(new Ellipse2D.Double(0, 0, WIDTH, 1), false);
            case '1' -> {
                p.moveTo(0.1, 0.2);
                p.lineTo(0.34, 0);
                p.lineTo(0.34, 1);
            }
            case '2' -> {
                p.moveTo(0.02, 0.27);
                p.curveTo(0.02, -0.09, 0.54, -0.09, 0.54, 0.27);
                p.curveTo(0.54, 0.52, 0.12, 0.72, 0, 1);
                p.lineTo(WIDTH, 1);
            }
            case '3' -> {
                p.moveTo(0.03, 0.13);
                p.curveTo(0.2, -0.08, 0.53, -0.02, 0.52, 0.25);
                p.curveTo(0.51, 0.45, 0.3, 0.47, 0.2, 0.47);
                p.curveTo(0.36, 0.47, WIDTH, 0.52, WIDTH, 0.73);
                p.curveTo(WIDTH, 1.06, 0.14, 1.09, 0, 0.86);
            }
            case '4' -> {
                p.moveTo(0.42, 1);
                p.lineTo(0.42, 0);
                p.lineTo(-0.02, 0.7);
                p.lineTo(0.58, 0.7);
            }
            case '5' -> {
                p.moveTo(0.51, 0);
                p.lineTo(0.09, 0);
                p.lineTo(0.05, 0.45);
                p.curveTo(0.2, 0.3, WIDTH, 0.34, WIDTH, 0.67);
                p.curveTo(WIDTH, 1.05, 0.14, 1.09, 0, 0.87);
            }
            case '6' -> six(p);
            case '7' -> {
                p.moveTo(0, 0);
                p.lineTo(WIDTH, 0);
                p.curveTo(0.38, 0.3, 0.22, 0.62, 0.18, 1);
            }
            case '8' -> {
                p.append(new Ellipse2D.Double(0.04, 0, 0.48, 0.47), false);
                p.append(new Ellipse2D.Double(0, 0.47, WIDTH, 0.53), false);
            }
            case '9' -> {
                six(p);
                p.transform(AffineTransform.getRotateInstance(Math.PI, WIDTH / 2, 0.5));
            }
            case '-' -> {
                p.moveTo(0.06, 0.55);
                p.lineTo(0.5, 0.55);
            }
            default -> throw new IllegalArgumentException("no digit '" + digit + "'");
        }
        return p;
    }

    private static void six(Path2D.Double p) {
        p.moveTo(0.47, 0.06);
        p.curveTo(0.2, -0.1, 0, 0.2, 0, 0.67);
        p.curveTo(0, 1.11, WIDTH, 1.11, WIDTH, 0.67);
        p.curveTo(WIDTH, 0.26, 0, 0.26, 0, 0.67);
    }
}
