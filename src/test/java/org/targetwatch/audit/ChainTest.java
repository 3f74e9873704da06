package org.targetwatch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.audit.Chain.Break;
import org.targetwatch.audit.Chain.Cause;
import org.targetwatch.audit.Chain.Head;
import org.targetwatch.audit.Chain.Link;

class ChainTest {
    private static final int LENGTH = 5;

    private final List<Link> links = new ArrayList<>();
    private Head head = Head.START;

    ChainTest() {
        for (int value = 1; value <= LENGTH; value++) {
            head = head.then(content(value));
            links.add(new Link(head.seq(), content(value), head.hash()));
        }
    }

    private static Content content(int value) {
        return new Content().with("value", value);
    }

    @Test
    void chain_asWritten_isWhole() {
        assertThat(Chain.firstBreak(links, head)).isEmpty();
        assertThat(Chain.firstBreak(List.of(), Head.START)).isEmpty();
    }

    @Test
    void record_withOtherContent_isFound() {
        links.set(2, new Link(3, content(99), links.get(2).hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(3, Cause.CHANGED));
    }

    @Test
    void record_withOtherContentAndItsOwnHashMadeAnew_isFoundAtTheNext() {
        Head forged = new Head(2, links.get(1).hash()).then(content(99));
        links.set(2, new Link(3, content(99), forged.hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(4, Cause.CHANGED));
    }

    @Test
    void lastRecord_withOtherContentAndHashMadeAnew_isFoundByTheHead() {
        Head forged = new Head(4, links.get(3).hash()).then(content(99));
        links.set(4, new Link(5, content(99), forged.hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(5, Cause.CHANGED));
    }

    @Test
    void record_removed_isFound() {
        links.remove(2);
        assertThat(Chain.firstBreak(links, head)).contains(new Break(3, Cause.MISSING));
    }

    @Test
    void lastRecord_removed_isFound() {
        links.remove(LENGTH - 1);
        assertThat(Chain.firstBreak(links, head)).contains(new Break(5, Cause.MISSING));
    }

    @Test
    void records_renumberedAfterRemoval_areFound() {
        links.remove(2);
        links.set(2, new Link(3, links.get(2).content(), links.get(2).hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(3, Cause.CHANGED));
    }

    @Test
    void records_swapped_areFound() {
        Link third = links.get(2);
        links.set(2, new Link(3, links.get(3).content(), links.get(3).hash()));
        links.set(3, new Link(4, third.content(), third.hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(3, Cause.CHANGED));
    }

    @Test
    void record_behindTheHead_isFound() {
        Head beyond = head.then(content(6));
        links.add(new Link(6, content(6), beyond.hash()));
        assertThat(Chain.firstBreak(links, head)).contains(new Break(6, Cause.ADDED));
    }

    @Test
    void content_ofEqualNumbers_isEqual() {
        assertThat(new Content().with("value", new BigDecimal("20.00")))
                .isEqualTo(new Content().with("value", new BigDecimal("2E+1")));
    }

    @Test
    void content_withFieldsShiftedIntoEachOther_differs() {
        assertThat(new Content().with("a", "1\nb=1:2"))
                .isNotEqualTo(new Content().with("a", "1").with("b", "2"));
    }

    // Stored hashes must stay valid for ever: if this fails, the canonical form was changed.
    @Test
    void hash_ofKnownContent_neverChanges() {
        Content content = new Content()
                .with("region", "511102")
                .with("note", (String) null)
                .with("value", new BigDecimal("12.50"))
                .with("recordedAt", Instant.parse("2020-09-07T00:00:00.123456Z"));
        assertThat(content).hasToString("region=6:511102\nvalue=4:12.5\nrecordedAt=27:2020-09-07T00:00:00.123456Z\n");
        assertThat(Hash.START.then(content).hex())
                .isEqualTo("91824bf4c6cbdd17010dba74a9d69da107ea08a6e8fd976566311ea41e50b6e4");
    }
}
