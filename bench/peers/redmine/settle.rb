# What a new Redmine needs before there are issues, made by its own models: projects, agents who are members of all of them.
# rails runner settle.rb QUEUES AGENTS PASSWORD
queues, agents, password = ARGV[-3].to_i, ARGV[-2].to_i, ARGV[-1]

Setting.rest_api_enabled = '1'
Setting.login_required = '1'
Setting.notified_events = []
manager = Role.find_by!(name: 'Manager')
people = (1..agents).map do |n|
  user = User.new(login: "agent#{n}", firstname: 'Agent', lastname: n.to_s, mail: "agent#{n}@example.invalid", mail_notification: 'none')
  user.login = "agent#{n}"
  user.password = user.password_confirmation = password
  user.save!
  user
end
(1..queues).each do |n|
  project = Project.new(name: format('单位%02d', n), identifier: format('unit-%02d', n), is_public: false)
  project.enabled_module_names = ['issue_tracking']
  project.trackers = Tracker.all
  project.save!
  people.each { |user| Member.create!(project: project, principal: user, roles: [manager]) }
end
