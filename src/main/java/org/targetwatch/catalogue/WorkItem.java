package org.targetwatch.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.targetwatch.measure.Period;

/**
 * 工作任务: a numbered item of the plan.
 *
 * @param leadLeaders as printed; what the source leaves blank stays blank ({@code 韩__}), so alerts go to offices
 * @param leadOffices 牵头科室
 * @param responsibleOffices 责任科室
 * @param deliverables documents and acts that are done or not, without a number
 */
public record WorkItem(
        int number,
        int section,
        String name,
        String english,
        List<String> leadLeaders,
        List<String> leadOffices,
        List<String> responsibleOffices,
        List<Deliverable> deliverables) {

    /** A document or act that is done or not. */
    public record Deliverable(String code, String name, String english, Period due) {}

    public WorkItem {
        leadLeaders = List.copyOf(leadLeaders);
        leadOffices = List.copyOf(leadOffices);
        responsibleOffices = List.copyOf(responsibleOffices);
        deliverables = List.copyOf(deliverables);
    }

    /** All offices (科室) that answer for it. */
    public Set<String> offices() {
        Set<String> offices = new LinkedHashSet<>(leadOffices);
        offices.addAll(responsibleOffices);
        return offices;
    }
}
