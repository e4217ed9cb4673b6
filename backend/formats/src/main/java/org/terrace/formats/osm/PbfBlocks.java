package org.terrace.formats.osm;

import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The blocks of a PBF file: where they lie, and their content when asked for. The whole chain of blocks is walked before any is
 * decoded, so that a truncated file is known at once.
 *
 * @see "OpenStreetMap wiki, PBF Format"
 */
final class PbfBlocks implements AutoCloseable {
    private static final int MAX_HEADER = 64 << 10;
    private static final int MAX_BLOB = 32 << 20;
    private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

    /** @param start of the blob message */
    record Block(long start, int bytes) {}

    private final FileChannel channel;
    private final List<Block> blocks = new ArrayList<>();

    private PbfBlocks(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException when the file is cut off, is no PBF, or needs a feature that is not understood */
    static PbfBlocks open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            PbfBlocks file = new PbfBlocks(channel);
            file.walk();
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void walk() throws IOException {
        long size = channel.size();
        long at = 0;
        boolean header = false;
        while (at < size) {
            if (at + 4 > size) {
                throw new IOException("ends inside a block at byte " + size);
            }
            int length = stream(at).readInt();
            if (length <= 0 || length > MAX_HEADER) {
                throw new IOException("no block header at byte " + at);
            }
            if (at + 4 + length > size) {
                throw new IOException("ends inside a block at byte " + size);
            }
            BlobHeader head = BlobHeader.parseFrom(bytes(at + 4, length));
            long end = at + 4 + length + head.getDatasize();
            if (head.getDatasize() < 0 || head.getDatasize() > MAX_BLOB) {
                throw new IOException("block of " + head.getDatasize() + " bytes");
            }
            if (end > size) {
                throw new IOException("ends inside a block at byte " + size);
            }
            Block block = new Block(at + 4 + length, head.getDatasize());
            if (head.getType().equals("OSMHeader")) {
                check(HeaderBlock.parseFrom(content(block)));
                header = true;
            } else if (head.getType().equals("OSMData")) {
                blocks.add(block);
            }
            at = end;
        }
        if (!header) {
            throw new IOException("no OSMHeader block");
        }
    }

    private static void check(HeaderBlock header) throws IOException {
        for (String feature : header.getRequiredFeaturesList()) {
            if (!UNDERSTOOD.contains(feature)) {
                throw new IOException("needs feature " + feature);
            }
        }
    }

    List<Block> data() {
        return blocks;
    }

    PrimitiveBlock read(Block block) throws IOException {
        return PrimitiveBlock.parseFrom(content(block));
    }

    private byte[] content(Block block) throws IOException {
        Blob blob = Blob.parseFrom(bytes(block.start(), block.bytes()));
        if (blob.hasRaw()) {
            return blob.getRaw().toByteArray();
        }
        if (!blob.hasZlibData() || blob.getRawSize() < 0 || blob.getRawSize() > MAX_BLOB) {
            throw new IOException("block compressed in a way that is not understood");
        }
        byte[] out = new byte[blob.getRawSize()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(blob.getZlibData().toByteArray());
            int n = 0;
            while (n < out.length) {
                int more = inflater.inflate(out, n, out.length - n);
                if (more == 0) {
                    throw new IOException("block decompresses to " + n + " of " + out.length + " bytes");
                }
                n += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("damaged block at byte " + block.start(), e);
        } finally {
            inflater.end();
        }
        return out;
    }

    private byte[] bytes(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        stream(at).readFully(bytes);
        return bytes;
    }

    private DataInputStream stream(long at) throws IOException {
        channel.position(at);
        InputStream in = Channels.newInputStream(channel);
        return new DataInputStream(in);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
