package org.terrace.data;

/**
 * How far apart two colours look to a reader with protan or deutan vision: simulated in linear RGB with the full-severity matrices
 * of Machado, Oliveira and Fernandes (2009), then the Euclidean distance in CIE Lab (D65).
 */
final class ColourVision {
    static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };

    private ColourVision() {}

    static double apart(String colourA, String colourB, double[][] vision) {
        double[] a = lab(times(vision, linear(colourA)));
        double[] b = lab(times(vision, linear(colourB)));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] linear(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[] lab(double[] rgb) {
        double[] xyz = times(TO_XYZ, rgb);
        double x = f(xyz[0] / 0.95047);
        double y = f(xyz[1]);
        double z = f(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        double clipped = Math.max(0, t);
        return clipped > 0.008856 ? Math.cbrt(clipped) : 7.787 * clipped + 16 / 116.0;
    }
}
