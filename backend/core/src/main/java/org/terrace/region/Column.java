package org.terrace.region;

import java.util.Arrays;
import java.util.List;

/** A column of values in table order. Instances are immutable by contract: nobody writes into the arrays after construction. */
public sealed interface Column {

    int size();

    /** The rows {@code order[0], order[1] ...} of this column as a new column. */
    Column select(int[] order);

    /** The same of this column with another of the same kind and vocabulary behind it: rows from {@code size()} on are the other's. */
    Column select(int[] order, Column behind);

    /** True where the value is absent: empty text, NaN, unknown code. */
    boolean isAbsent(int row);

    /** Whether a row of this column has the value of a row of another column of the same kind and vocabulary; absent equals absent. */
    boolean sameAt(int row, Column other, int otherRow);

    /** Text; "" is absent. */
    record Text(String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        public String get(int row) {
            return values[row];
        }

        @Override
        public boolean isAbsent(int row) {
            return values[row].isEmpty();
        }

        @Override
        public boolean sameAt(int row, Column other, int otherRow) {
            return other instanceof Text t && values[row].equals(t.values[otherRow]);
        }

        @Override
        public Text select(int[] order) {
            String[] picked = new String[order.length];
            Arrays.setAll(picked, i -> values[order[i]]);
            return new Text(picked);
        }

        @Override
        public Text select(int[] order, Column behind) {
            String[] others = ((Text) behind).values;
            String[] picked = new String[order.length];
            for (int i = 0; i < order.length; i++) {
                picked[i] = order[i] < values.length ? values[order[i]] : others[order[i] - values.length];
            }
            return new Text(picked);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text t && Arrays.equals(values, t.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Numbers; NaN is absent. */
    record Numbers(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        public double get(int row) {
            return values[row];
        }

        @Override
        public boolean isAbsent(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public boolean sameAt(int row, Column other, int otherRow) {
            return other instanceof Numbers n && Double.compare(values[row], n.values[otherRow]) == 0;
        }

        @Override
        public Numbers select(int[] order) {
            double[] picked = new double[order.length];
            Arrays.setAll(picked, i -> values[order[i]]);
            return new Numbers(picked);
        }

        @Override
        public Numbers select(int[] order, Column behind) {
            double[] others = ((Numbers) behind).values;
            double[] picked = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                picked[i] = order[i] < values.length ? values[order[i]] : others[order[i] - values.length];
            }
            return new Numbers(picked);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers n && Arrays.equals(values, n.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Codes of a closed vocabulary as positions in {@code vocabulary}; {@link #UNKNOWN} is absent. */
    record Codes(byte[] values, List<String> vocabulary) implements Column {
        public static final byte UNKNOWN = -1;

        public Codes {
            vocabulary = List.copyOf(vocabulary);
            if (vocabulary.size() > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("more than 127 codes: " + vocabulary.size());
            }
        }

        @Override
        public int size() {
            return values.length;
        }

        /** Position in the vocabulary, -1 when unknown. */
        public int get(int row) {
            return values[row];
        }

        /** The code, "" when unknown. */
        public String code(int row) {
            return values[row] < 0 ? "" : vocabulary.get(values[row]);
        }

        public boolean is(int row, String code) {
            return values[row] >= 0 && vocabulary.get(values[row]).equals(code);
        }

        @Override
        public boolean isAbsent(int row) {
            return values[row] < 0;
        }

        @Override
        public boolean sameAt(int row, Column other, int otherRow) {
            return other instanceof Codes c && values[row] == c.values[otherRow];
        }

        @Override
        public Codes select(int[] order) {
            byte[] picked = new byte[order.length];
            for (int i = 0; i < order.length; i++) {
                picked[i] = values[order[i]];
            }
            return new Codes(picked, vocabulary);
        }

        @Override
        public Codes select(int[] order, Column behind) {
            byte[] others = ((Codes) behind).values;
            byte[] picked = new byte[order.length];
            for (int i = 0; i < order.length; i++) {
                picked[i] = order[i] < values.length ? values[order[i]] : others[order[i] - values.length];
            }
            return new Codes(picked, vocabulary);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Codes c && Arrays.equals(values, c.values) && vocabulary.equals(c.vocabulary);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
