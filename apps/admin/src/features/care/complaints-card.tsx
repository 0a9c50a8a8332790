'use client';

import { Card, EmptyState } from '@goodword/ui';
import { useMay, usePatientWords } from '../../frame/role.tsx';
import { RecordComplaint } from './complaint-form.tsx';
import { type Complaint, ComplaintItem } from './complaint-item.tsx';

export interface ComplaintsCardProps {
  partnerId: string;
  complaints: readonly Complaint[];
}

/** Complaints about one partner. Internal. */
export function ComplaintsCard({ partnerId, complaints }: ComplaintsCardProps) {
  const patients = usePatientWords();
  const may = useMay();
  return (
    <Card
      title="Complaints"
      description="Internal: the partner never sees this."
      actions={may('care.work') && <RecordComplaint partnerId={partnerId} />}
    >
      {complaints.length === 0 ? (
        <EmptyState compact drawing="done" title="Nobody complained">
          What clients, {patients.many} or colleagues complain about is recorded here.
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {complaints.map((complaint) => (
            <ComplaintItem key={complaint.id} complaint={complaint} />
          ))}
        </ul>
      )}
    </Card>
  );
}
