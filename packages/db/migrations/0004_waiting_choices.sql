-- What was ticked on the form of a partner's link counted before the address was proved. It was no consent of anybody:
-- it waits for the proof from now on, and goes from the log.
update partner_referrals r
set consent_choices = jsonb_build_object(
  'reportToReferrer', exists (
    select from consents c
    where c.client_id = r.client_id and c.evidence = r.id and c.purpose = 'referral_report'
  ),
  'shareWith', coalesce((
    select jsonb_agg(jsonb_build_object('recipientClass', ticked.recipient, 'scopes', ticked.scopes))
    from (
      select c.recipient, jsonb_agg(distinct c.scope) as scopes from consents c
      where c.client_id = r.client_id and c.evidence = r.id and c.purpose = 'lead_sharing'
      group by c.recipient
    ) ticked
  ), '[]')
)
where r.link_id is not null and r.confirmed_at is null and r.status in ('intake', 'accepted', 'dormant');
--> statement-breakpoint
delete from consents c using partner_referrals r
where r.link_id is not null and r.confirmed_at is null and c.client_id = r.client_id and c.evidence = r.id;
