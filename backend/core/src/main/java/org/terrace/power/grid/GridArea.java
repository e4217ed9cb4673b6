package org.terrace.power.grid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Everything that one transformer feeds, as a tree that a sweep can run over: node 0 is the transformer, the section that feeds node n is
 * section n - 1, and every node comes after the one that it is fed from. Sections by which the drawing closes loops are kept apart. Holds
 * codes and no rows, so that it is the same in every snapshot in which nothing of it changed.
 */
public final class GridArea {
    private final String transformer;
    private final boolean estimated;
    private final List<Coordinate> places;
    private final List<Section> sections;
    private final List<Section> closing;
    private final List<Customer> customers;
    private final double[] alongM;
    private final int[] customersBeyond;
    private final String contentKey;

    /**
     * @param transformer code
     * @param estimated whether no line is on record and all sections are assumed
     * @param places of the nodes
     * @param sections of the tree: the n-th feeds node n + 1
     * @param closing further sections, between nodes of the tree
     * @param customers by code
     */
    GridArea(
            String transformer,
            boolean estimated,
            List<Coordinate> places,
            List<Section> sections,
            List<Section> closing,
            List<Customer> customers) {
        this.transformer = transformer;
        this.estimated = estimated;
        this.places = List.copyOf(places);
        this.sections = List.copyOf(sections);
        this.closing = List.copyOf(closing);
        this.customers = List.copyOf(customers);
        this.alongM = new double[places.size()];
        this.customersBeyond = new int[sections.size()];
        for (int n = 1; n < places.size(); n++) {
            Section feeding = sections.get(n - 1);
            if (feeding.to() != n || feeding.from() >= n) {
                throw new IllegalArgumentException("section " + feeding.code() + " feeds node " + feeding.to()
                        + " from node " + feeding.from() + ", but stands before node " + n);
            }
            alongM[n] = alongM[feeding.from()] + feeding.lengthM();
        }
        for (Customer customer : customers) {
            if (customer.node() > 0) {
                customersBeyond[customer.node() - 1]++;
            }
        }
        for (int n = places.size() - 1; n > 0; n--) {
            int parent = sections.get(n - 1).from();
            if (parent > 0) {
                customersBeyond[parent - 1] += customersBeyond[n - 1];
            }
        }
        this.contentKey = key();
    }

    public String transformer() {
        return transformer;
    }

    /** Whether no line is on record: every section is assumed. */
    public boolean isEstimated() {
        return estimated;
    }

    public int nodes() {
        return places.size();
    }

    public Coordinate place(int node) {
        return places.get(node);
    }

    /** Sections of the tree; the n-th feeds node n + 1. */
    public List<Section> sections() {
        return sections;
    }

    /** Number of the feeder that a customer hangs on; 0 at the transformer itself and on what several feeders share. */
    public int feederOf(Customer customer) {
        return customer.node() == 0 ? 0 : feeding(customer.node()).feeder();
    }

    /** The section that feeds a node; not of node 0. */
    public Section feeding(int node) {
        return sections.get(node - 1);
    }

    /** The node that a node is fed from, -1 for the transformer. */
    public int parent(int node) {
        return node == 0 ? -1 : sections.get(node - 1).from();
    }

    /** Sections that close loops. They carry current too: with them the area is a mesh. */
    public List<Section> closing() {
        return closing;
    }

    public List<Customer> customers() {
        return customers;
    }

    /** Metres of wire from the transformer to a node, along the tree. */
    public double alongM(int node) {
        return alongM[node];
    }

    /** How many customers hang on the n-th section of the tree. */
    public int customersBeyond(int section) {
        return customersBeyond[section];
    }

    /** How many feeders leave the transformer. */
    public int feeders() {
        return sections.stream().mapToInt(Section::feeder).max().orElse(0);
    }

    /** Metres of wire in all, but not those of service drops that nobody drew. */
    public double wireM() {
        return java.util.stream.Stream.concat(sections.stream(), closing.stream())
                .filter(s -> s.kind() != Section.Kind.ASSUMED_DROP)
                .mapToDouble(Section::lengthM)
                .sum();
    }

    /**
     * Equal for areas that are equal in everything that this class tells: what follows from the area alone may be kept under it. What else
     * is read (records of the transformer and of households) is no part of it.
     */
    public String contentKey() {
        return contentKey;
    }

    private String key() {
        Hash hash = new Hash();
        hash.text(transformer).number(estimated ? 1 : 0).number(places.size());
        places.forEach(p -> hash.number(p.x).number(p.y));
        for (List<Section> of : List.of(sections, closing)) {
            hash.number(of.size());
            of.forEach(hash::section);
        }
        customers.forEach(c -> hash.text(c.household()).number(c.node()).number(c.dropM()));
        return hash.hex();
    }

    /** Texts and numbers in their order. */
    private static final class Hash {
        private final MessageDigest digest;

        Hash() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        Hash text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            digest.update(bytes);
            return this;
        }

        Hash number(double number) {
            digest.update(ByteBuffer.allocate(8).putDouble(number + 0.0).array());
            return this;
        }

        void section(Section s) {
            text(s.code()).text(s.kind().code()).text(s.line()).number(s.from()).number(s.to());
            number(s.lengthM()).number(s.onGround() ? 1 : 0).text(s.conductor()).text(s.neutral());
            number(s.phasesOnRecord()).number(s.phases()).text(s.phase()).number(s.feeder());
            number(s.fromM()).number(s.toM()).number(s.course().size());
            s.course().forEach(c -> number(c.x).number(c.y));
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        }
    }
}
