package org.targetwatch.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a batch (统计数据上报须有填报人、审核人、单位负责人签名). Any of them may be missing.
 *
 * @param preparedBy 填报人
 * @param checkedBy 审核人
 * @param approvedBy 单位负责人
 * @param asOf 数据截止日期: the day up to which the figures speak
 */
public record Signatures(
        @Nullable String preparedBy,
        @Nullable String checkedBy,
        @Nullable String approvedBy,
        @Nullable LocalDate asOf) {
    public static final Signatures NONE = new Signatures(null, null, null, null);
}
