package org.targetwatch.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.measure.RegionTree;

/** Who is asking, in the request at hand. Below a resource that its annotation guards there is always somebody. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final Directory directory;

    Caller(SecurityIdentity identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    private Who who() {
        return (Who) identity.getPrincipal();
    }

    /** Whether anybody is: nobody need be where an annotation lets everybody in. */
    public boolean isKnown() {
        return identity.getPrincipal() instanceof Who;
    }

    /** The account's or token's name, as it stands in records. */
    public String name() {
        return who().name();
    }

    public Role role() {
        return who().grant().role();
    }

    /** The region whose figures are the caller's business, with all below it; empty for the whole tree. */
    public Optional<String> region() {
        return who().grant().ownRegion();
    }

    /** The offices (科室) the caller works for; empty for all but reviewers. */
    public Set<String> offices() {
        return who().grant().offices();
    }

    /** Whether all the caller may do is to choose another password. */
    public boolean mustChangePassword() {
        return who().mustChange();
    }

    /** Whether the caller has an account here, and so a password that can be changed. */
    public boolean hasPassword() {
        return directory.account(name()).isPresent();
    }

    /** Whether {@code region} is the caller's own or lies below it. */
    public boolean reaches(String region, RegionTree tree) {
        return region().map(own -> tree.isWithin(region, own)).orElse(true);
    }

    /** Whether one of {@code offices} is the caller's. */
    public boolean worksFor(Collection<String> offices) {
        return !Collections.disjoint(offices(), offices);
    }

    /** Whether the caller may know of confidential indicators that {@code offices} answer for. */
    public boolean knowsConfidential(Collection<String> offices) {
        return role() == Role.LEADER || role() == Role.REVIEWER && worksFor(offices);
    }
}
