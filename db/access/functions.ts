/** Which fixed functions each role may call; a catalog test holds the database to exactly this list. */
export const FUNCTION_GRANTS = {
  hearth_actor: [
    'auth.now', 'auth.context', 'auth.sign_in_id', 'auth.account_id', 'auth.practice_id', 'auth.staff_member_id', 'auth.partner_id',
    'auth.couple_id', 'auth.has_role', 'auth.my_couple_ids', 'auth.begin_as', 'auth.invitation_obstacle', 'auth.claim_key', 'auth.settle_key',
    'auth.note_opening', 'auth.end_sign_in', 'plan.day_of', 'plan.turn_of', 'plan.is_rest_day', 'plan.state_at', 'portal.my_day',
    'portal.take_back_words', 'portal.low_comfort_running', 'auth.my_password_hash',
  ],
  hearth_system: [
    'auth.now', 'auth.has_schema', 'auth.find_account', 'auth.begin_sign_in', 'auth.end_sign_in', 'auth.close_url', 'auth.read_invitation', 'auth.count_code_try',
    'auth.redeem_invitation', 'auth.practice_exists', 'auth.issue_set_up_link', 'auth.set_up_link_is_open', 'auth.set_up_practice', 'auth.move_clock',
    'auth.key_to_keep_draft', 'auth.keep_draft',
  ],
} as const;
