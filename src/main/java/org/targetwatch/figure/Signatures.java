package org.targetwatch.figure;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a batch (统计数据上报须有填报人、审核人、单位负责人签名). Any of them may be missing.
 *
 * @param preparedBy 填报人
 * @param checkedBy 审核人
 * @param approvedBy 单位负责人
 */
public record Signatures(@Nullable String preparedBy, @Nullable String checkedBy, @Nullable String approvedBy) {
    public static final Signatures NONE = new Signatures(null, null, null);
}
