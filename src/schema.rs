//! The one schema for both databases; the migrations in `migrations/` are its source.

diesel::table! {
    organisations (id) {
        id -> BigInt,
        name -> Text,
        is_host -> Bool,
        ends_on -> Nullable<Date>,
        created_at -> Timestamp,
        default_visibility -> Text,
    }
}

diesel::table! {
    organisation_municipalities (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        municipality -> Text,
    }
}

diesel::table! {
    staff (id) {
        id -> BigInt,
        email -> Text,
        name -> Text,
        name_sort -> Text,
        language -> Text,
        password_hash -> Text,
        created_at -> Timestamp,
        deactivated_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    memberships (id) {
        id -> BigInt,
        staff_id -> BigInt,
        organisation_id -> BigInt,
    }
}

diesel::table! {
    membership_roles (id) {
        id -> BigInt,
        membership_id -> BigInt,
        role -> Text,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Text,
        membership_id -> BigInt,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sign_in_failures (address_hash) {
        address_hash -> Text,
        failures -> Integer,
        last_at -> Timestamp,
    }
}

diesel::table! {
    account_links (id) {
        id -> BigInt,
        token_hash -> Text,
        purpose -> Text,
        staff_id -> BigInt,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    password_requests (id) {
        id -> BigInt,
        email -> Text,
        requested_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    muted_mails (id) {
        id -> BigInt,
        staff_id -> BigInt,
        kind -> Text,
    }
}

diesel::table! {
    teams (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        name -> Text,
        name_sort -> Text,
        mailbox -> Text,
        language -> Text,
        ended_on -> Nullable<Date>,
        by_mail -> Bool,
    }
}

diesel::table! {
    team_members (id) {
        id -> BigInt,
        team_id -> BigInt,
        staff_id -> BigInt,
        is_lead -> Bool,
    }
}

diesel::table! {
    duty_shifts (id) {
        id -> BigInt,
        team_id -> BigInt,
        duty_on -> Date,
        staff_id -> BigInt,
    }
}

diesel::table! {
    absences (id) {
        id -> BigInt,
        staff_id -> BigInt,
        from_on -> Date,
        until_on -> Date,
        replacement_id -> Nullable<BigInt>,
        entered_by -> BigInt,
        entered_at -> Timestamp,
    }
}

diesel::table! {
    duty_swaps (id) {
        id -> BigInt,
        team_id -> BigInt,
        duty_on -> Date,
        from_id -> BigInt,
        to_id -> BigInt,
        exchanged_on -> Nullable<Date>,
        swapped_by -> BigInt,
        swapped_at -> Timestamp,
    }
}

diesel::table! {
    feeds (id) {
        id -> BigInt,
        token_hash -> Text,
        membership_id -> Nullable<BigInt>,
        team_id -> Nullable<BigInt>,
        made_by -> BigInt,
        made_at -> Timestamp,
    }
}

diesel::table! {
    phone_lines (id) {
        id -> BigInt,
        team_id -> BigInt,
        name -> Text,
        phone -> Text,
        phone_e164 -> Text,
    }
}

diesel::table! {
    opening_hours (id) {
        id -> BigInt,
        team_id -> Nullable<BigInt>,
        phone_line_id -> Nullable<BigInt>,
        weekday -> Integer,
        opens_minute -> Integer,
        closes_minute -> Integer,
        season_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    opening_seasons (id) {
        id -> BigInt,
        team_id -> Nullable<BigInt>,
        phone_line_id -> Nullable<BigInt>,
        first_day -> Date,
        last_day -> Nullable<Date>,
    }
}

diesel::table! {
    closing_days (id) {
        id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        team_id -> Nullable<BigInt>,
        first_day -> Date,
        last_day -> Date,
        name -> Text,
    }
}

diesel::table! {
    topics (id) {
        id -> BigInt,
        name -> Text,
        position -> Integer,
        ended_on -> Nullable<Date>,
    }
}

diesel::table! {
    companies (id) {
        id -> BigInt,
        business_id -> Nullable<Text>,
        source -> Text,
        name -> Text,
        name_fold -> Text,
        name_sort -> Text,
        company_form -> Text,
        industry -> Text,
        industry_set -> Text,
        industry_2025 -> Text,
        municipality -> Text,
        street_address -> Text,
        post_code -> Text,
        post_office -> Text,
        postal_address -> Text,
        website -> Text,
        phone -> Text,
        phone_e164 -> Text,
        email -> Text,
        trade_register_status -> Text,
        situation -> Text,
        vat_liable -> Bool,
        employer_registered -> Bool,
        prepayment_registered -> Bool,
        alive -> Bool,
        registered_on -> Nullable<Date>,
        ended_on -> Nullable<Date>,
        register_modified -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        size_class -> Text,
        web_domain -> Text,
    }
}

diesel::table! {
    company_names (id) {
        id -> BigInt,
        company_id -> BigInt,
        name -> Text,
        name_fold -> Text,
        name_type -> Text,
        registered_on -> Nullable<Date>,
        ended_on -> Nullable<Date>,
    }
}

diesel::table! {
    company_field_edits (id) {
        id -> BigInt,
        company_id -> BigInt,
        field -> Text,
        register_value -> Text,
        edited_by -> BigInt,
        edited_at -> Timestamp,
    }
}

diesel::table! {
    company_marks (id) {
        id -> BigInt,
        company_id -> BigInt,
        kind -> Text,
        staff_id -> Nullable<BigInt>,
        reason -> Text,
        set_by -> BigInt,
        organisation_id -> BigInt,
        set_at -> Timestamp,
        ends_on -> Nullable<Date>,
        ended_by -> Nullable<BigInt>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tags (id) {
        id -> BigInt,
        name -> Text,
        name_fold -> Text,
        name_sort -> Text,
        created_by -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    company_owners (id) {
        id -> BigInt,
        company_id -> BigInt,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        assigned_by -> BigInt,
        assigned_at -> Timestamp,
    }
}

diesel::table! {
    company_tags (id) {
        id -> BigInt,
        company_id -> BigInt,
        tag_id -> BigInt,
        tagged_by -> BigInt,
        organisation_id -> BigInt,
        tagged_at -> Timestamp,
    }
}

diesel::table! {
    company_groups (id) {
        id -> BigInt,
        name -> Text,
        name_fold -> Text,
        created_by -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    company_group_members (id) {
        id -> BigInt,
        group_id -> BigInt,
        company_id -> BigInt,
        is_parent -> Bool,
        added_by -> BigInt,
        organisation_id -> BigInt,
        added_at -> Timestamp,
    }
}

diesel::table! {
    sites (id) {
        id -> BigInt,
        company_id -> BigInt,
        organisation_id -> BigInt,
        name -> Text,
        name_sort -> Text,
        street_address -> Text,
        post_code -> Text,
        post_office -> Text,
        municipality -> Text,
        phone -> Text,
        phone_e164 -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        company_id -> BigInt,
        organisation_id -> BigInt,
        name -> Text,
        name_sort -> Text,
        role -> Text,
        email -> Text,
        language -> Text,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        site_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    person_phones (id) {
        id -> BigInt,
        person_id -> BigInt,
        place -> Integer,
        phone -> Text,
        phone_e164 -> Text,
    }
}

diesel::table! {
    person_consents (id) {
        id -> BigInt,
        person_id -> BigInt,
        purpose -> Text,
        channel -> Text,
        given_on -> Date,
        note -> Text,
        organisation_id -> BigInt,
        recorded_by -> BigInt,
        recorded_at -> Timestamp,
        withdrawn_on -> Nullable<Date>,
        withdrawal_recorded_by -> Nullable<BigInt>,
        withdrawal_recorded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    routing_rows (id) {
        id -> BigInt,
        position -> Integer,
        topic_id -> Nullable<BigInt>,
        municipality -> Nullable<Text>,
        industry -> Nullable<Text>,
        language -> Nullable<Text>,
        team_id -> BigInt,
        response_minutes -> Integer,
        urgent_response_minutes -> Integer,
        backup_team_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    callbacks (id) {
        id -> BigInt,
        company_id -> Nullable<BigInt>,
        company_text -> Text,
        caller_name -> Text,
        caller_phone -> Text,
        caller_phone_e164 -> Text,
        topic_id -> BigInt,
        language -> Text,
        source -> Text,
        urgent -> Bool,
        reachable_from_minute -> Nullable<Integer>,
        reachable_until_minute -> Nullable<Integer>,
        note -> Text,
        logged_by -> BigInt,
        organisation_id -> BigInt,
        team_id -> BigInt,
        holder_id -> Nullable<BigInt>,
        state -> Text,
        outcome -> Nullable<Text>,
        response_minutes -> Integer,
        due_at -> Timestamp,
        handover_count -> Integer,
        created_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        backup_team_id -> Nullable<BigInt>,
        round -> Integer,
        counted_from -> Timestamp,
        next_step -> Nullable<Text>,
        next_step_at -> Nullable<Timestamp>,
        late -> Bool,
    }
}

diesel::table! {
    callback_moves (id) {
        id -> BigInt,
        callback_id -> BigInt,
        kind -> Text,
        from_state -> Text,
        to_state -> Text,
        staff_id -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        moved_at -> Timestamp,
    }
}

diesel::table! {
    callback_attempts (id) {
        id -> BigInt,
        callback_id -> BigInt,
        staff_id -> BigInt,
        result -> Text,
        call_again_at -> Nullable<Timestamp>,
        note -> Text,
        attempted_at -> Timestamp,
    }
}

diesel::table! {
    callback_handovers (id) {
        id -> BigInt,
        callback_id -> BigInt,
        from_team_id -> BigInt,
        to_team_id -> Nullable<BigInt>,
        outside_body -> Text,
        reason -> Text,
        note -> Text,
        staff_id -> Nullable<BigInt>,
        handed_over_at -> Timestamp,
    }
}

diesel::table! {
    callback_answers (id) {
        id -> BigInt,
        callback_id -> BigInt,
        team_id -> BigInt,
        kind -> Text,
        note -> Text,
        answered_at -> Timestamp,
    }
}

diesel::table! {
    answer_links (id) {
        id -> BigInt,
        token_hash -> Text,
        purpose -> Text,
        callback_id -> Nullable<BigInt>,
        team_id -> BigInt,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    callback_additions (id) {
        id -> BigInt,
        callback_id -> BigInt,
        staff_id -> BigInt,
        organisation_id -> BigInt,
        note -> Text,
        added_at -> Timestamp,
    }
}

diesel::table! {
    contacts (id) {
        id -> BigInt,
        company_id -> BigInt,
        person_id -> Nullable<BigInt>,
        callback_id -> Nullable<BigInt>,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        kind -> Text,
        outcome -> Text,
        topic_id -> Nullable<BigInt>,
        note -> Text,
        visibility -> Text,
        happened_at -> Timestamp,
        created_at -> Timestamp,
    }
}

diesel::table! {
    need_questions (id) {
        id -> BigInt,
        position -> Integer,
        industry -> Text,
        ended_on -> Nullable<Date>,
    }
}

diesel::table! {
    need_question_versions (id) {
        id -> BigInt,
        question_id -> BigInt,
        wording -> Text,
        kind -> Text,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamp,
        replaced_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    need_answers (id) {
        id -> BigInt,
        company_id -> BigInt,
        contact_id -> BigInt,
        question_id -> BigInt,
        version_id -> BigInt,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        yes -> Nullable<Bool>,
        number -> Nullable<Integer>,
        note -> Text,
        answered_at -> Timestamp,
    }
}

diesel::table! {
    need_occupations (id) {
        id -> BigInt,
        answer_id -> BigInt,
        occupation -> Text,
    }
}

diesel::table! {
    tasks (id) {
        id -> BigInt,
        company_id -> Nullable<BigInt>,
        callback_id -> Nullable<BigInt>,
        organisation_id -> BigInt,
        owner_id -> Nullable<BigInt>,
        team_id -> Nullable<BigInt>,
        created_by -> BigInt,
        title -> Text,
        due_on -> Date,
        created_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    task_moves (id) {
        id -> BigInt,
        task_id -> BigInt,
        kind -> Text,
        staff_id -> Nullable<BigInt>,
        from_owner_id -> Nullable<BigInt>,
        from_team_id -> Nullable<BigInt>,
        to_owner_id -> Nullable<BigInt>,
        to_team_id -> Nullable<BigInt>,
        from_due_on -> Nullable<Date>,
        to_due_on -> Nullable<Date>,
        note -> Text,
        moved_at -> Timestamp,
    }
}

diesel::table! {
    timeline_events (id) {
        id -> BigInt,
        company_id -> BigInt,
        kind -> Text,
        organisation_id -> Nullable<BigInt>,
        staff_id -> Nullable<BigInt>,
        topic_id -> Nullable<BigInt>,
        contact_id -> Nullable<BigInt>,
        callback_id -> Nullable<BigInt>,
        occurred_at -> Timestamp,
    }
}

diesel::table! {
    audit_entries (id) {
        id -> BigInt,
        at -> Timestamp,
        staff_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        action -> Text,
        subject -> Text,
        subject_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    once_keys (once_key) {
        once_key -> Text,
        staff_id -> BigInt,
        location -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    drafts (id) {
        id -> BigInt,
        membership_id -> BigInt,
        page -> Text,
        fields -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    mails (id) {
        id -> BigInt,
        message_id -> Text,
        kind -> Text,
        recipient_name -> Text,
        recipient_address -> Text,
        reply_to -> Text,
        language -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        callback_id -> Nullable<BigInt>,
        state -> Text,
        attempts -> Integer,
        next_attempt_at -> Timestamp,
        lease_token -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        last_reply -> Text,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        secret_until -> Nullable<Timestamp>,
        windowed -> Bool,
    }
}

diesel::table! {
    mail_trouble (id) {
        id -> BigInt,
        since -> Timestamp,
        retry_at -> Timestamp,
        failures -> Integer,
        reply -> Text,
    }
}

diesel::table! {
    set_up_skips (step) {
        step -> Text,
        skipped_by -> BigInt,
        skipped_at -> Timestamp,
    }
}

diesel::table! {
    register_records (business_id) {
        business_id -> Text,
        digest -> BigInt,
    }
}

diesel::table! {
    register_imports (id) {
        id -> BigInt,
        source -> Text,
        municipalities -> Text,
        state -> Text,
        started_by -> BigInt,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        bytes_read -> BigInt,
        total_bytes -> BigInt,
        records -> BigInt,
        new_companies -> BigInt,
        changed -> BigInt,
        ceased -> BigInt,
        unchanged -> BigInt,
        elsewhere -> BigInt,
        skipped -> BigInt,
        broken -> BigInt,
        differing -> BigInt,
        failure -> Text,
        report -> Text,
        is_scheduled -> Bool,
    }
}

diesel::table! {
    register_schedules (id) {
        id -> BigInt,
        every -> Text,
        area_only -> Bool,
        next_run_at -> Timestamp,
        set_by -> BigInt,
        set_at -> Timestamp,
    }
}

diesel::table! {
    register_changes (id) {
        id -> BigInt,
        import_id -> BigInt,
        company_id -> BigInt,
        kind -> Text,
        field -> Text,
        old_value -> Text,
        new_value -> Text,
        decision -> Text,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    jobs (name) {
        name -> Text,
        next_run_at -> Timestamp,
        lease_token -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        started_at -> Nullable<Timestamp>,
        succeeded_at -> Nullable<Timestamp>,
        done -> BigInt,
        failures -> Integer,
        failed_at -> Nullable<Timestamp>,
        failure -> Text,
    }
}

diesel::table! {
    callback_steps (id) {
        id -> BigInt,
        callback_id -> BigInt,
        round -> Integer,
        step -> Text,
        due_at -> Timestamp,
        recorded_at -> Timestamp,
        told -> Text,
    }
}

diesel::table! {
    reminders (id) {
        id -> BigInt,
        task_id -> Nullable<BigInt>,
        callback_id -> Nullable<BigInt>,
        remind_at -> Timestamp,
        state -> Text,
        by_itself -> Bool,
        asked_by -> Nullable<BigInt>,
        mail_id -> Nullable<BigInt>,
        made_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    task_batches (id) {
        id -> BigInt,
        staff_id -> BigInt,
        organisation_id -> BigInt,
        made_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    task_batch_items (id) {
        id -> BigInt,
        batch_id -> BigInt,
        task_id -> BigInt,
        move_id -> Nullable<BigInt>,
        became -> Text,
    }
}

diesel::table! {
    duplicate_pairs (id) {
        id -> BigInt,
        company_id -> BigInt,
        other_id -> BigInt,
        score -> Integer,
        reasons -> Text,
        found_at -> Timestamp,
        dismissed_by -> Nullable<BigInt>,
        dismissed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    duplicate_looks (id) {
        id -> BigInt,
        company_id -> BigInt,
        looked_at -> Timestamp,
    }
}

diesel::table! {
    company_forwards (id) {
        id -> BigInt,
        merged_id -> BigInt,
        company_id -> BigInt,
    }
}

diesel::table! {
    company_merges (id) {
        id -> BigInt,
        merged_id -> BigInt,
        merged_name -> Text,
        kept_id -> BigInt,
        merged_by -> BigInt,
        organisation_id -> BigInt,
        merged_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    merge_moves (id) {
        id -> BigInt,
        merge_id -> BigInt,
        link -> Text,
        row_id -> BigInt,
    }
}

diesel::table! {
    merge_rows (id) {
        id -> BigInt,
        merge_id -> BigInt,
        table_name -> Text,
        row_id -> BigInt,
        before_json -> Nullable<Text>,
        after_json -> Nullable<Text>,
    }
}

diesel::table! {
    saved_filters (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        name -> Text,
        query -> Text,
        shared -> Bool,
        created_at -> Timestamp,
    }
}

diesel::table! {
    call_lists (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        name -> Text,
        purpose -> Text,
        topic_id -> Nullable<BigInt>,
        script -> Text,
        created_by -> BigInt,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        out_do_not_contact -> Integer,
        out_no_marketing -> Integer,
        out_ended -> Integer,
    }
}

diesel::table! {
    call_list_callers (id) {
        id -> BigInt,
        call_list_id -> BigInt,
        staff_id -> BigInt,
    }
}

diesel::table! {
    call_list_companies (id) {
        id -> BigInt,
        call_list_id -> BigInt,
        company_id -> BigInt,
        taken_by -> Nullable<BigInt>,
        taken_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    call_list_calls (id) {
        id -> BigInt,
        call_list_id -> BigInt,
        company_id -> BigInt,
        contact_id -> BigInt,
        staff_id -> BigInt,
        outcome -> Text,
        call_again_at -> Nullable<Timestamp>,
        called_at -> Timestamp,
    }
}

diesel::table! {
    transfers (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        kind -> Text,
        file_name -> Text,
        state -> Text,
        reading -> Text,
        headings -> Text,
        signature -> Text,
        mapping -> Text,
        uploaded_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        undone_at -> Nullable<Timestamp>,
        undone_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    transfer_rows (id) {
        id -> BigInt,
        transfer_id -> BigInt,
        line -> BigInt,
        cells -> Text,
        outcome -> Text,
        told -> Text,
    }
}

diesel::table! {
    transfer_deeds (id) {
        id -> BigInt,
        transfer_id -> BigInt,
        line -> BigInt,
        subject -> Text,
        subject_id -> BigInt,
        event_id -> Nullable<BigInt>,
        before -> Text,
        left_digest -> Text,
    }
}

diesel::table! {
    transfer_mappings (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        signature -> Text,
        mapping -> Text,
    }
}

diesel::table! {
    exports (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        staff_id -> BigInt,
        kind -> Text,
        format -> Text,
        filters -> Text,
        row_count -> BigInt,
        made_at -> Timestamp,
    }
}

diesel::joinable!(organisation_municipalities -> organisations (organisation_id));
diesel::joinable!(memberships -> staff (staff_id));
diesel::joinable!(memberships -> organisations (organisation_id));
diesel::joinable!(membership_roles -> memberships (membership_id));
diesel::joinable!(sessions -> memberships (membership_id));
diesel::joinable!(account_links -> staff (staff_id));
diesel::joinable!(muted_mails -> staff (staff_id));
diesel::joinable!(teams -> organisations (organisation_id));
diesel::joinable!(team_members -> teams (team_id));
diesel::joinable!(team_members -> staff (staff_id));
diesel::joinable!(duty_shifts -> teams (team_id));
diesel::joinable!(duty_shifts -> staff (staff_id));
diesel::joinable!(feeds -> memberships (membership_id));
diesel::joinable!(feeds -> teams (team_id));
diesel::joinable!(phone_lines -> teams (team_id));
diesel::joinable!(opening_hours -> teams (team_id));
diesel::joinable!(opening_hours -> phone_lines (phone_line_id));
diesel::joinable!(opening_hours -> opening_seasons (season_id));
diesel::joinable!(opening_seasons -> teams (team_id));
diesel::joinable!(opening_seasons -> phone_lines (phone_line_id));
diesel::joinable!(closing_days -> organisations (organisation_id));
diesel::joinable!(closing_days -> teams (team_id));
diesel::joinable!(company_names -> companies (company_id));
diesel::joinable!(company_field_edits -> companies (company_id));
diesel::joinable!(company_field_edits -> staff (edited_by));
diesel::joinable!(company_marks -> companies (company_id));
diesel::joinable!(company_marks -> organisations (organisation_id));
diesel::joinable!(company_marks -> staff (set_by));
diesel::joinable!(company_owners -> organisations (organisation_id));
diesel::joinable!(company_owners -> staff (staff_id));
diesel::joinable!(company_tags -> companies (company_id));
diesel::joinable!(company_tags -> tags (tag_id));
diesel::joinable!(company_group_members -> companies (company_id));
diesel::joinable!(company_group_members -> company_groups (group_id));
diesel::joinable!(sites -> companies (company_id));
diesel::joinable!(sites -> organisations (organisation_id));
diesel::joinable!(people -> companies (company_id));
diesel::joinable!(people -> sites (site_id));
diesel::joinable!(people -> organisations (organisation_id));
diesel::joinable!(person_phones -> people (person_id));
diesel::joinable!(person_consents -> people (person_id));
diesel::joinable!(person_consents -> organisations (organisation_id));
diesel::joinable!(routing_rows -> topics (topic_id));
diesel::joinable!(routing_rows -> teams (team_id));
diesel::joinable!(callbacks -> companies (company_id));
diesel::joinable!(callbacks -> topics (topic_id));
diesel::joinable!(callbacks -> organisations (organisation_id));
diesel::joinable!(callbacks -> teams (team_id));
diesel::joinable!(callback_moves -> callbacks (callback_id));
diesel::joinable!(callback_moves -> staff (staff_id));
diesel::joinable!(callback_attempts -> callbacks (callback_id));
diesel::joinable!(callback_attempts -> staff (staff_id));
diesel::joinable!(callback_handovers -> callbacks (callback_id));
diesel::joinable!(callback_handovers -> staff (staff_id));
diesel::joinable!(callback_answers -> callbacks (callback_id));
diesel::joinable!(callback_answers -> teams (team_id));
diesel::joinable!(answer_links -> callbacks (callback_id));
diesel::joinable!(answer_links -> teams (team_id));
diesel::joinable!(callback_additions -> callbacks (callback_id));
diesel::joinable!(callback_additions -> staff (staff_id));
diesel::joinable!(callback_additions -> organisations (organisation_id));
diesel::joinable!(contacts -> companies (company_id));
diesel::joinable!(contacts -> people (person_id));
diesel::joinable!(contacts -> callbacks (callback_id));
diesel::joinable!(contacts -> organisations (organisation_id));
diesel::joinable!(contacts -> staff (staff_id));
diesel::joinable!(contacts -> topics (topic_id));
diesel::joinable!(need_question_versions -> need_questions (question_id));
diesel::joinable!(need_question_versions -> staff (created_by));
diesel::joinable!(need_answers -> companies (company_id));
diesel::joinable!(need_answers -> contacts (contact_id));
diesel::joinable!(need_answers -> need_questions (question_id));
diesel::joinable!(need_answers -> need_question_versions (version_id));
diesel::joinable!(need_answers -> organisations (organisation_id));
diesel::joinable!(need_occupations -> need_answers (answer_id));
diesel::joinable!(tasks -> companies (company_id));
diesel::joinable!(tasks -> callbacks (callback_id));
diesel::joinable!(tasks -> organisations (organisation_id));
diesel::joinable!(task_moves -> tasks (task_id));
diesel::joinable!(timeline_events -> companies (company_id));
diesel::joinable!(timeline_events -> organisations (organisation_id));
diesel::joinable!(timeline_events -> staff (staff_id));
diesel::joinable!(timeline_events -> topics (topic_id));
diesel::joinable!(timeline_events -> contacts (contact_id));
diesel::joinable!(timeline_events -> callbacks (callback_id));
diesel::joinable!(once_keys -> staff (staff_id));
diesel::joinable!(drafts -> memberships (membership_id));
diesel::joinable!(mails -> callbacks (callback_id));
diesel::joinable!(set_up_skips -> staff (skipped_by));
diesel::joinable!(register_imports -> staff (started_by));
diesel::joinable!(register_changes -> companies (company_id));

diesel::joinable!(callback_steps -> callbacks (callback_id));
diesel::joinable!(reminders -> tasks (task_id));
diesel::joinable!(reminders -> callbacks (callback_id));
diesel::joinable!(task_batch_items -> task_batches (batch_id));
diesel::joinable!(task_batch_items -> tasks (task_id));
diesel::joinable!(task_batch_items -> task_moves (move_id));
diesel::joinable!(company_merges -> staff (merged_by));
diesel::joinable!(saved_filters -> staff (staff_id));
diesel::joinable!(call_list_callers -> staff (staff_id));
diesel::joinable!(transfers -> staff (staff_id));

diesel::allow_tables_to_appear_in_same_query!(
    organisations,
    organisation_municipalities,
    staff,
    memberships,
    membership_roles,
    sessions,
    sign_in_failures,
    account_links,
    password_requests,
    muted_mails,
    teams,
    team_members,
    duty_shifts,
    absences,
    duty_swaps,
    feeds,
    phone_lines,
    opening_hours,
    opening_seasons,
    closing_days,
    topics,
    companies,
    company_names,
    company_field_edits,
    duplicate_pairs,
    duplicate_looks,
    company_forwards,
    company_merges,
    merge_moves,
    merge_rows,
    company_marks,
    tags,
    company_owners,
    company_tags,
    company_groups,
    company_group_members,
    sites,
    people,
    person_phones,
    person_consents,
    routing_rows,
    callbacks,
    callback_moves,
    callback_steps,
    callback_attempts,
    callback_handovers,
    callback_answers,
    answer_links,
    callback_additions,
    contacts,
    need_questions,
    need_question_versions,
    need_answers,
    need_occupations,
    tasks,
    task_moves,
    task_batches,
    task_batch_items,
    reminders,
    saved_filters,
    call_lists,
    call_list_callers,
    call_list_companies,
    call_list_calls,
    timeline_events,
    audit_entries,
    once_keys,
    drafts,
    mails,
    mail_trouble,
    set_up_skips,
    register_imports,
    register_schedules,
    register_changes,
    settings,
    jobs,
    transfers,
    transfer_rows,
    transfer_deeds,
    transfer_mappings,
    exports,
);
